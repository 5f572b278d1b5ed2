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
	return rules.flatMap((rule) => rule.faults(app).map((fault) => ({ rule: rule.id, ...fault })));
}

export interface Review {
	findings: Finding[];
	excused: Finding[];
}

/** What the platform's review would say of an app, without what is excused with a reason. */
export function review(json: unknown, app: string): Review {
	const found = findingsOf(json);
	const isExcused = (finding: Finding) => exceptions.some((each) => each.rule === finding.rule && each.app === app && each.where.test(finding.where));
	return { findings: found.filter((finding) => !isExcused(finding)), excused: found.filter(isExcused) };
}
