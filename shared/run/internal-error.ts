import { failed, type Failure } from '../declare/failure';

/** For an unexpected exception. Only its type is reported, because its message may contain a customer's data. */
export const internalError = (error: unknown): Failure =>
	failed('unavailable', `The step met an error of its own (${error instanceof Error ? error.name : typeof error})`, {
		advice: 'Run the step again. If it stays, report it with the time of the run.',
	}).failure;
