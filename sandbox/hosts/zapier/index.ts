export { bundleOf, type Meta, type RawRequest, type StepInput } from './bundle';
export { startWorker } from './worker';
export { createZapier, type HostOptions, type StepOutput, type ZapierHost } from './zapier-host';
