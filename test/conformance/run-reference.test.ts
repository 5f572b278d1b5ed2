import fc from '../fast-check';
import type { IExecuteFunctions } from 'n8n-workflow';

import { runKeys, runReference } from '../../nodes/adapter/run-key';
import { bookDriver } from '../../shared/carriers/deliverit/actions/book';
import { deliverit } from '../../shared/carriers/deliverit/carrier';
import { connectionInfo } from '../../shared/declare/connection';
import { isJsonObject, type JsonObject } from '../../shared/json';
import { readInput } from '../../shared/run/read-input';
import type { Bundle } from '../../zapier/src/platform';
import { readBookingInput } from '../../zapier/src/booking-input';
import { customer, ScriptedDeliverit, bookedResponse, itemOf } from '../carriers/scripted-deliverit';
import { accessOf } from '../core/samples';

const DAY_MS = 24 * 3_600_000;
const START = Date.parse('2020-11-09T09:00:00+01:00');

/** One try to book. Two tries are of one booking if all but `tries` and the spelling are equal. */
interface Try {
	host: 'n8n' | 'n8n tool' | 'zapier';
	execution: string;
	nodeId: string;
	nodeName: string;
	run: number;
	item: number;
	day: number;
	street: string;
	time: string;
}

/** Values of one booking in the spellings of a sheet, a form and another step. */
const SPELLINGS: Readonly<Record<string, readonly JsonObject[]>> = {
	'Hovedgaden 1': [{ street: 'Hovedgaden 1' }, { street: ' Hovedgaden 1\u200b' }],
	'Hovedgaden 2': [{ street: 'Hovedgaden 2' }],
	'18:30': [{ time: '18:30' }, { time: '18.30' }],
	'19:00': [{ time: '19:00' }],
};

const valuesOf = ({ street, time }: Try, spelling: number): JsonObject =>
	[street, time].reduce<JsonObject>((values, key) => {
		const spellings = SPELLINGS[key] ?? [];
		return { ...values, ...spellings[spelling % spellings.length] };
	}, customer);

function readAt(values: JsonObject, day: number): JsonObject {
	const facts = { now: START + day * DAY_MS, access: connectionInfo(accessOf(deliverit)) };
	const { read } = readInput(bookDriver, values, facts);
	if (!read.ok || !isJsonObject(read.value.input)) throw new Error('The values cannot be read');
	return read.value.input;
}

/** The parts of n8n's host that a run is named by. */
const n8nHost = ({ host, execution, nodeId, nodeName, run }: Try): IExecuteFunctions =>
	({
		getInstanceId: () => 'instance',
		getWorkflow: () => ({ id: 'workflow' }),
		getExecutionId: () => execution,
		getNode: () => ({ id: nodeId, name: nodeName, type: 'waybill.deliverIt' }),
		getWorkflowDataProxy: () => ({ $runIndex: run }),
		isToolExecution: () => host === 'n8n tool',
	}) as unknown as IExecuteFunctions;

function referenceOf(one: Try, spelling: number): string {
	const values = valuesOf(one, spelling);
	const asRead = readAt(values, one.day);
	if (one.host === 'zapier') {
		const bundle = { meta: { zap: { id: one.nodeId } }, inputData: {}, authData: {} } as unknown as Bundle;
		const read = readBookingInput(bookDriver, bundle, values);
		return (read.ok ? read.value.booking.makeReference?.(asRead) : undefined) ?? '';
	}
	return runReference(runKeys(n8nHost(one))(deliverit, bookDriver, one.item).of(asRead));
}

/** What distinguishes bookings on each host. */
function bookingOf({ host, execution, nodeId, nodeName, run, item, day, street, time }: Try): string {
	const content = [street, time, day];
	if (host === 'zapier') return JSON.stringify([host, nodeId, ...content]);
	const node = [execution, nodeId, nodeName];
	return JSON.stringify(host === 'n8n' ? [host, ...node, run, item] : [host, ...node, ...content]);
}

const oneTry: fc.Arbitrary<Try> = fc.record({
	host: fc.constantFrom('n8n', 'n8n tool', 'zapier'),
	execution: fc.constantFrom('1', '2'),
	// Two nodes may have one id, and two workflows' nodes one name.
	nodeId: fc.constantFrom('a', 'b'),
	nodeName: fc.constantFrom('Book', 'Book1'),
	run: fc.nat(2),
	item: fc.nat(2),
	day: fc.nat(2),
	street: fc.constantFrom('Hovedgaden 1', 'Hovedgaden 2'),
	time: fc.constantFrom('18:30', '19:00'),
});

/** As a tool of an agent, n8n has one item a call, and each try has another run. */
const ofTool = (one: Try): Try => (one.host === 'n8n tool' ? { ...one, item: 0 } : one);

test('two tries of one booking have one reference, two bookings have two, on both hosts', () => {
	fc.assert(
		fc.property(oneTry.map(ofTool), oneTry.map(ofTool), fc.nat(1), fc.nat(1), (one, other, first, second) => {
			const isSame = bookingOf(one) === bookingOf(other);
			expect(referenceOf(one, first) === referenceOf(other, second)).toBe(isSame);
		}),
		{ numRuns: 3_000 },
	);
});

test('each try of one booking has its reference', () => {
	fc.assert(
		fc.property(oneTry.map(ofTool), fc.nat(4), (one, tries) => {
			const again = one.host === 'n8n tool' ? { ...one, run: one.run + tries } : one;
			expect(referenceOf(again, tries)).toBe(referenceOf(one, 0));
		}),
	);
});

test('a Zap without a reference that says "18:30" books each day', async () => {
	const references = new Set<unknown>();
	for (const day of [0, 1, 1]) {
		const scripted = new ScriptedDeliverit({ '/create': bookedResponse() }, START + day * DAY_MS);
		const bundle = { meta: { zap: { id: '7' } }, inputData: {}, authData: {} } as unknown as Bundle;
		const read = readBookingInput(bookDriver, bundle, { ...customer, time: '18:30' });
		if (!read.ok) throw new Error(read.failure.message);
		const item = itemOf(await scripted.run(bookDriver, read.value.values, read.value.booking));
		references.add(item.reference);
	}
	expect(references.size).toBe(2);
});
