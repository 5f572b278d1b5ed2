export { bundleOf, type Meta, type RawRequest, type StepInput } from './bundle';
export { createAppHandler } from './core';
export { startWorker as startServant } from './worker';
export { createZapier, type HostOptions, type StepOutput, type ZapierHost } from './zapier-host';
