export { bundleOf, type Meta, type RawRequest, type StepInput } from './bundle';
export { createAppHandler } from './core';
export { startServant } from './servant';
export { createZapier, type HostOptions, type StepOutput, type ZapierHost } from './zap';
