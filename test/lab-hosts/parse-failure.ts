import { failed, failureTable, type Failure, type FailureCode } from '../../shared/declare/failure';

const codes = Object.keys(failureTable).filter((code): code is FailureCode => code in failureTable);

/** A failure as a user can read it: the reference counts only if the message contains it. */
function failureOf(code: FailureCode, message: string, references: readonly string[]): Failure {
	return failed(code, message, { reference: references.find((reference) => message.includes(reference)) }).failure;
}

/** Finds the failure behind a text, by the code in brackets at its end or by the advice at its beginning. */
export function parseFailure(message: string, description: string, references: readonly string[]): Failure {
	const code =
		codes.find((each) => description.startsWith(failureTable[each].advice)) ??
		codes.find((each) => message.includes(`(${each})`));
	if (!code) throw new Error(`No failure of ours reads like "${message}" "${description}"`);
	return failureOf(code, message, references);
}
