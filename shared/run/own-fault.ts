import { failed, type Failure } from '../declare/failure';

/** For what was thrown and should not have been: of it the kind alone is told, since its words may be a customer's. */
export const ownFault = (error: unknown): Failure =>
	failed('unavailable', `The step met an error of its own (${error instanceof Error ? error.name : typeof error})`, {
		advice: 'Run the step again. If it stays, report it with the time of the run.',
	}).failure;
