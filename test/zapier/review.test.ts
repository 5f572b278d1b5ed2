import type { Definition, Field, Step } from '../../zapier/review/definition';
import { exceptions } from '../../zapier/review/exceptions';
import { findingsOf, rules } from '../../zapier/review/review';

import { goodApp } from './good-app';

const step = (app: Definition, key: string): Step => {
	const found = { ...app.triggers, ...app.searches, ...app.creates }[key];
	if (!found) throw new Error(`There is no ${key}`);
	return found;
};
const input = (app: Definition, key: string, at = 0): Field => {
	const found = step(app, key).operation.inputFields?.[at];
	if (typeof found !== 'object') throw new Error(`${key} has no field ${at}`);
	return found;
};

/** What each rule must catch. */
const antiExamples: [rule: string, why: string, spoil: (app: Definition) => void][] = [
	['D001', 'a step asks for a token', (app) => Object.assign(input(app, 'find_order'), { key: 'api_token' })],
	['D001', 'a step asks for a password', (app) => Object.assign(input(app, 'create_order', 1), { type: 'password' })],
	[
		'D002',
		'a pasted secret without a link',
		(app) => Object.assign(app.authentication?.fields?.[1] ?? {}, { helpText: 'In your account.' }),
	],
	['D003', 'no connection label', (app) => delete app.authentication?.connectionLabel],
	[
		'D003',
		'a label of fixed words',
		(app) => Object.assign(app.authentication ?? {}, { connectionLabel: 'Shop {{email}}' }),
	],
	[
		'D003',
		'a label with a secret',
		(app) => Object.assign(app.authentication ?? {}, { connectionLabel: '{{bundle.authData.api_token}}' }),
	],
	['D004', 'an id that has to be typed', (app) => delete input(app, 'create_order').dynamic],
	[
		'D005',
		'a drop-down of no trigger',
		(app) => Object.assign(input(app, 'create_order'), { dynamic: 'list_shops.id.label' }),
	],
	['D006', 'a subscription that cannot list', (app) => delete step(app, 'order_event').operation.performList],
	[
		'D007',
		'a plain address',
		(app) => Object.assign(step(app, 'new_order').operation, { perform: { url: 'http://example.com' } }),
	],
	[
		'D008',
		'a bare address',
		(app) => Object.assign(input(app, 'create_order', 1), { helpText: 'See https://example.com for more.' }),
	],
	['D009', 'a search without a field', (app) => Object.assign(step(app, 'find_order').operation, { inputFields: [] })],
	[
		'D010',
		'a sample without its id',
		(app) => Object.assign(step(app, 'new_order').operation, { sample: { name: 'x' } }),
	],
	['D011', 'help that repeats the label', (app) => Object.assign(input(app, 'create_order', 1), { helpText: 'Note.' })],
	['D012', 'no sample', (app) => delete step(app, 'find_order').operation.sample],
	[
		'D013',
		'a search that is not there',
		(app) => Object.assign(input(app, 'create_order'), { search: 'find_shop.id' }),
	],
	['D014', 'a search for a truth value', (app) => Object.assign(input(app, 'create_order'), { type: 'boolean' })],
	[
		'D015',
		'a pair with a missing create',
		(app) => Object.assign(app.searchOrCreates.find_order ?? {}, { create: 'create_shop' }),
	],
	[
		'D016',
		'nothing but static webhooks',
		(app) => {
			delete app.triggers.new_order;
			delete step(app, 'order_event').operation.performSubscribe;
		},
	],
	['D017', 'a static webhook', (app) => delete step(app, 'order_event').operation.performUnsubscribe],
	[
		'D018',
		'a label in sentence case',
		(app) => Object.assign(step(app, 'create_order').display, { label: 'Create order' }),
	],
	[
		'D018',
		'a pair in sentence case',
		(app) => Object.assign(app.searchOrCreates.find_order?.display ?? {}, { label: 'Find or create Order' }),
	],
	[
		'D021',
		'a trigger described otherwise',
		(app) => Object.assign(step(app, 'new_order').display, { description: 'Fires on new orders.' }),
	],
	[
		'D022',
		'a create without fixed fields',
		(app) => Object.assign(step(app, 'create_order').operation, { inputFields: ['$func$2$f$'] }),
	],
	[
		'D023',
		'a time without its offset',
		(app) => Object.assign(step(app, 'create_order').operation.sample ?? {}, { createdAt: '2030-05-21 16:00:00' }),
	],
	[
		'D023',
		'a day in the American way',
		(app) => Object.assign(step(app, 'find_order').operation.sample ?? {}, { day: '5/21/2030' }),
	],
	[
		'D024',
		'a number where a text is promised',
		(app) => Object.assign(step(app, 'create_order').operation.sample ?? {}, { stop: { city: 75 } }),
	],
	['D024', 'a required field that is missing', (app) => delete step(app, 'create_order').operation.sample?.id],
	[
		'D024',
		'lines that are none',
		(app) => Object.assign(step(app, 'create_order').operation.sample ?? {}, { lines: [{ amount: 'two' }] }),
	],
	[
		'D025',
		'a script',
		(app) => Object.assign(step(app, 'new_order').operation, { perform: { url: 'javascript:alert(1)' } }),
	],
	[
		'D026',
		'an address of the user',
		(app) => app.authentication?.fields?.push({ key: 'subdomain', label: 'Subdomain' }),
	],
	['D027', 'an old core', (app) => Object.assign(app, { platformVersion: '18.9.9' })],
	['D028', 'cleaned input', (app) => Object.assign(app, { flags: {} })],
	['G-ORDER', 'a required field at the end', (app) => Object.assign(input(app, 'create_order', 2), { required: true })],
	['G-LABEL', 'a field without a label', (app) => delete input(app, 'create_order', 1).label],
	['G-GROUP', 'a field in no group', (app) => delete input(app, 'create_order', 1).group],
	[
		'G-UNDO',
		'a cancellation without a warning',
		(app) =>
			Object.assign(step(app, 'create_order').display, { label: 'Cancel Order', description: 'Cancels an order.' }),
	],
	['G-SEARCH', 'a search that gets', (app) => Object.assign(step(app, 'find_order').display, { label: 'Get Order' })],
	[
		'G-CREATE',
		'a create in the imperative',
		(app) => Object.assign(step(app, 'create_order').display, { description: 'Create an order.' }),
	],
	[
		'G-UPDATED',
		'a trigger of any update',
		(app) => Object.assign(step(app, 'new_order').display, { label: 'Updated Order' }),
	],
	['G-NOUN', 'a noun in the plural', (app) => Object.assign(step(app, 'new_order'), { noun: 'Orders' })],
	[
		'G-ZAPIER',
		'a text about the platform',
		(app) => Object.assign(input(app, 'create_order', 1), { helpText: 'Sent by Zapier.' }),
	],
	[
		'G-DIRECTIONS',
		'a static webhook without directions',
		(app) => {
			delete step(app, 'order_event').operation.performSubscribe;
		},
	],
];

/** Findings that come along with a spoilt app, because two rules look at the same thing. */
const alongside: Readonly<Record<string, readonly string[]>> = {
	D001: ['D001'],
	D007: ['D007'],
	D016: ['D016', 'D017', 'G-DIRECTIONS'],
	D017: ['D017', 'G-DIRECTIONS'],
	'G-DIRECTIONS': ['D017', 'G-DIRECTIONS'],
	D023: ['D023', 'D024'],
	D014: ['D014'],
	D022: ['D022'],
	D024: ['D024'],
};

describe('the review', () => {
	test('has no findings for a good app', () => {
		expect(findingsOf(goodApp())).toEqual([]);
	});

	test.each(antiExamples)('%s catches %s', (rule, _why, spoil) => {
		const app = goodApp();
		spoil(app);
		const found = [...new Set(findingsOf(app).map((finding) => finding.rule))];
		expect(found).toContain(rule);
		expect(alongside[rule] ?? [rule]).toEqual(expect.arrayContaining(found));
	});

	test('has an anti-example for every rule, and no rule twice', () => {
		const ids = rules.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.filter((id) => !antiExamples.some(([rule]) => rule === id))).toEqual([]);
	});

	test('excuses nothing without a reason, and no rule that there is not', () => {
		for (const { reason, rule } of exceptions) {
			expect(reason.length).toBeGreaterThan(40);
			expect(rules.map(({ id }) => id)).toContain(rule);
		}
	});
});
