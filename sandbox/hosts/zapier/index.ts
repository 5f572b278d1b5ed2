export type { Meta, RawRequest, StepInput } from './bundle';
export { createAppHandler } from './core';
export { createZapier, type HostOptions, type StepOutput, type ZapierHost } from './zap';
