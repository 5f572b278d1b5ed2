import { typeName } from '../../nodes/adapter/names';
import { packageName, packOfAll } from '../../scripts/generate/package-names';
import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, fillForm, type N8n } from '../../sandbox/hosts/n8n';
import { urlOf } from '../../sandbox/hosts/n8n-server/accounts';
import { carriers } from '../../shared/registry';
import { subjects, type Subject } from '../lab/subjects';
import { storedCredential } from '../n8n/stored-credential';
import { callScript } from '../package/run-node';
import { traffic, withFastClock } from './fast-clock';

interface Packed {
	name: string;
	unpacked: string;
}

/** The first booking of each carrier. */
const bookings = carriers.flatMap(({ id }) => subjects.find(({ carrier }) => carrier.id === id) ?? []);

let packed: Packed[] = [];

beforeAll(async () => {
	packed = await callScript<Packed[]>('scripts/lint/pack.mjs', 'packAll');
});

async function book(n8n: N8n, node: string, { carrier, action, input }: Subject, reference: string): Promise<void> {
	const run = await n8n.run([{}], {
		type: `${node}.${typeName(carrier)}`,
		credential: carrier.id,
		parameters: { ...fillForm(action, input(reference)) },
	});
	if (run.error) throw run.error;
	expect(run.items).toHaveLength(1);
}

/** Requests since `from` as the carrier saw them, with the reference made the same. */
const wire = (sandbox: Sandbox, from: number, reference: string) =>
	sandbox.journal.entries
		.slice(from)
		.map(({ method, path, query, body }) => JSON.stringify({ method, path, query, body }).replaceAll(reference, 'REF'));

describe.each([
	{ order: 'the pack of all first', reversed: false },
	{ order: 'the single packages first', reversed: true },
])('all packages installed together, $order', ({ reversed }) => {
	test.each(bookings.map((subject) => ({ carrier: subject.carrier.title, subject })))(
		'$carrier books from both packages, and both send the same',
		async ({ subject }) => {
			await withFastClock(async () => {
				const sandbox = createSandbox({ seed: 'together', startAt: Date.now() });
				sandbox.clock.realTime(1);
				traffic.watch(sandbox.journal);
				const { urls } = await sandbox.listen();
				const folders = packed.map(({ unpacked }) => unpacked);
				try {
					const n8n = await createN8n({
						packages: reversed ? [...folders].reverse() : folders,
						credentials: {
							[subject.carrier.id]: storedCredential({
								...subject.connection,
								environment: 'other',
								base_url: urlOf(urls, subject.carrier.id),
							}),
						},
					});
					await book(n8n, packOfAll, subject, 'FROM-PACK');
					const sent = sandbox.journal.entries.length;
					expect(sent).toBeGreaterThan(0);
					await book(n8n, packageName(subject.carrier), subject, 'FROM-SINGLE');
					expect(subject.activeIds(sandbox, 'FROM-PACK')).toHaveLength(1);
					expect(subject.activeIds(sandbox, 'FROM-SINGLE')).toHaveLength(1);
					// Each package signs in and remembers its token by itself.
					expect(wire(sandbox, sent, 'FROM-SINGLE')).toEqual(wire(sandbox, 0, 'FROM-PACK').slice(0, sent));
					// One package finds what the other has booked.
					await book(n8n, packageName(subject.carrier), subject, 'FROM-PACK');
					expect(subject.activeIds(sandbox, 'FROM-PACK')).toHaveLength(1);
				} finally {
					await sandbox.close();
				}
			});
		},
	);
});
