export { type AgentReply, askAgent, reachesAgent } from './ask-agent.h5';
