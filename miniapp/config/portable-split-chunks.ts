import { createHash } from 'node:crypto';
import path from 'node:path';
import MiniSplitChunksPlugin, { type SharedModule } from '@tarojs/webpack5-runner/dist/plugins/MiniSplitChunksPlugin';

/** Below the project's root the same files stand at the same paths, wherever the project lies. */
const ROOT = path.resolve(__dirname, '../..');

const portableName = ({ resource, identifier }: SharedModule): string => {
  const file = (resource ?? identifier).split(ROOT).join('').split(path.sep).join('/');
  return createHash('sha256').update(file).digest('hex').slice(0, 12);
};

/** Modules by a portable name; each is found under Taro's name, too. */
class ModulesByPortableName extends Map<string, SharedModule> {
  private readonly portable = new Map<string, string>();

  override set(name: string, module: SharedModule): this {
    this.portable.set(name, portableName(module));
    return super.set(portableName(module), module);
  }
  override get(name: string): SharedModule | undefined {
    return super.get(this.portable.get(name) ?? name);
  }
  override has(name: string): boolean {
    return super.has(this.portable.get(name) ?? name);
  }
}

/**
 * Taro's splitting into packages, which names what sub-packages share after a hash of the absolute path, and webpack's ids
 * follow the names. Here they do not depend on the folder: the same commit gives the same bytes everywhere, and sizes can
 * be compared with the record.
 */
export class PortableSplitChunksPlugin extends MiniSplitChunksPlugin {
  private modules: Map<string, SharedModule> | undefined;

  override get subCommonDeps(): Map<string, SharedModule> {
    this.modules ??= new ModulesByPortableName();
    return this.modules;
  }
  /** Each compilation begins with an empty map of Taro's; what it later puts back has portable names already. */
  override set subCommonDeps(modules: Map<string, SharedModule>) {
    this.modules = modules.size > 0 ? modules : new ModulesByPortableName();
  }
}
