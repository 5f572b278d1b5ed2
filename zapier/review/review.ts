import { readDefinition } from './definition';
import { exceptions } from './exceptions';
import { fieldRules } from './field-rules';
import type { Finding, Rule } from './rule';
import { sampleRules } from './sample-rules';
import { stepRules } from './step-rules';
import { wordingRules } from './wording-rules';

export const rules: readonly Rule[] = [...fieldRules, ...stepRules, ...sampleRules, ...wordingRules];

/** Everything that the rules find, excused or not. */
export function findingsOf(json: unknown): Finding[] {
	const app = readDefinition(json);
	return rules.flatMap((rule) => rule.check(app).map((violation) => ({ rule: rule.id, ...violation })));
}

export interface Review {
	findings: Finding[];
	excused: Finding[];
}

/** The findings of the platform's review for an app, without those excused with a reason. */
export function review(json: unknown, app: string): Review {
	const allFindings = findingsOf(json);
	const isExcused = (finding: Finding) =>
		exceptions.some((each) => each.rule === finding.rule && each.app === app && each.where === finding.where);
	return { findings: allFindings.filter((finding) => !isExcused(finding)), excused: allFindings.filter(isExcused) };
}
