import { askAgent } from '../../platform/ask-agent';
import { localStorage } from '../../platform/storage';
import { createAgentClient } from './agent-client';

/** The agent of this PC. */
export const ukeyAgent = createAgentClient({ ask: askAgent, storage: localStorage });
