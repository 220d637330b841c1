import { serveThread } from '../../threads/serve-thread';
import { type SealMakerMaterial, sealMethods } from './seal-methods';

serveThread<SealMakerMaterial>(async (material) => ({
  methods: sealMethods(material),
  close: async () => undefined,
}));
