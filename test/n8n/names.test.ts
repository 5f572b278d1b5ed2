import { actionProperties } from '../../nodes/adapter/action-properties';
import { pollProperties, webhookProperties } from '../../nodes/adapter/trigger-properties';
import { optionsOf } from '../../nodes/adapter/options';
import { anyCarrierFiles } from '../../scripts/generate/any-carrier-node';
import { codexFiles } from '../../scripts/generate/codex';
import { cubyn } from '../../shared/carriers/cubyn/carrier';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { deliverit } from '../../shared/carriers/deliverit/carrier';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import type { Carrier } from '../../shared/declare/carrier';
import { carriers } from '../../shared/registry';

const operationsOf = (carrier: Carrier, resource: string) =>
	actionProperties(carrier).find(
		({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.resource?.includes(resource),
	);

describe('near twins have different names', () => {
	test('in the list of operations, which begins with the recommended one', () => {
		const claims = operationsOf(cubyn, 'claim');
		expect(claims?.default).toBe('file');
		const named = Object.fromEntries((claims?.options ?? []).map((option) => [option.name, option]));
		expect(named['Create (Advanced)']).toMatchObject({ action: 'Create claim in advanced mode' });
		expect(named.File).toMatchObject({ description: expect.stringMatching(/^Recommended\. /) });
	});

	test('and a legacy one says so', () => {
		const names = (operationsOf(cubyn, 'parcel')?.options ?? []).map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['Get Parcel State (Legacy)', 'Delete (Legacy)', 'Cancel']));
	});
});

describe('the choice about what exists already', () => {
	const labelOf = (carrier: Carrier, id: string): string => {
		const action = carrier.actions.find((each) => each.id === id);
		const [choice] = (action ? (optionsOf(action).options ?? []) : []).filter(({ name }) => name === 'if_exists');
		return choice !== undefined && 'displayName' in choice ? choice.displayName : '';
	};

	test.each([
		[cyke, 'delivery.create', 'If the Reference Already Exists'],
		[cubyn, 'claim.file', 'If the Claim Already Exists'],
		[cubyn, 'inboundOrder.create', 'If the Inbound Order Already Exists'],
		[deliverit, 'customerInfo.create', 'If the Order Number Already Exists'],
		[hubrise, 'delivery.create', 'If the Delivery Already Exists'],
		[hubrise, 'loyaltyCard.addPoints', 'If the Loyalty Operation Already Exists'],
	] as const)('is about the thing itself: %#', (carrier, id, label) => {
		expect(labelOf(carrier, id)).toBe(label);
	});
});

test('an event in the panel is a sentence', () => {
	const events = pollProperties(cyke).find(({ name }) => name === 'event')?.options ?? [];
	expect(events).toContainEqual(expect.objectContaining({ action: 'Delivery status changed' }));
});

describe('the notice of a webhook trigger', () => {
	const noticeOf = (carrier: Carrier): string =>
		carrier.webhookTriggers.flatMap((trigger) => webhookProperties(trigger)).find(({ name }) => name === 'directions')
			?.displayName ?? '';

	test.each([cyke, cubyn])('numbers the steps, and names the Production URL where it is: %#', (carrier) => {
		const notice = noticeOf(carrier);
		expect(notice).toMatch(/^1\. .*<br><br>2\. .*<br><br>3\. /);
		expect(notice).toContain('the Production URL, under Webhook URLs above');
	});

	test('has no steps where there is nothing to do', () => {
		expect(noticeOf(hubrise)).not.toMatch(/1\. |Production URL/);
	});
});

describe('search words', () => {
	const aliasesIn = (files: Record<string, string>) =>
		Object.entries(files)
			.filter(([path]) => path.endsWith('.node.json'))
			.map(([path, text]): [string, string[]] => [path, JSON.parse(text).alias]);

	test.each([
		...carriers.flatMap((carrier) => aliasesIn(codexFiles(carrier))),
		...aliasesIn(anyCarrierFiles(carriers)),
	])('%s: what people call any carrier, each word once', (_path, aliases) => {
		expect(aliases).toEqual(expect.arrayContaining(['carrier', 'waybill', 'package', 'transport']));
		expect(new Set(aliases).size).toBe(aliases.length);
	});

	test.each([
		[cyke, 'send a parcel'],
		[cubyn, 'return label'],
		[deliverit, 'book a driver'],
		[deliverit, 'deliver it'],
		[hubrise, 'hub rise'],
	] as const)('a carrier has its own: %#', (carrier, word) => {
		expect(carrier.search.aliases).toContain(word);
	});
});
