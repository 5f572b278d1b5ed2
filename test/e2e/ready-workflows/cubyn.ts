import { createServer } from 'node:http';

import { until, type WorkflowBody } from '../../../sandbox/hosts/n8n-server';
import { readyWorkflow } from '../../../sandbox/n8n/ready-workflows';
import { startMailbox } from '../../../sandbox/shops/mailbox';
import { expect, expectText } from '../checks';
import { smallPdf } from '../small-pdf';
import type { E2eEnvironment } from '../environment';
import { importAndPublish, waitForSucceeded } from './import-workflow';

/** A shop that gives the invoice of every order but those of this reference. */
async function openInvoices(missingReference: string): Promise<{ url: string; close(): void }> {
	const server = createServer((request, response) => {
		if (request.url?.includes(missingReference)) return void response.writeHead(404).end();
		response.writeHead(200, { 'content-type': 'application/pdf' }).end(Buffer.from(smallPdf, 'base64'));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	return {
		url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}

interface Assignments {
	assignments: { assignments: { id: string; value: unknown }[] };
}

const hasAssignments = (parameters: object): parameters is Assignments => 'assignments' in parameters;

/** As the file's own note asks: where the invoices are. A parcel is lost at once, because this run takes minutes. */
const withOwnSettings = (url: string, body: WorkflowBody): WorkflowBody => {
	const own: Readonly<Record<string, unknown>> = { invoiceAddress: `${url}/invoices/`, lostDays: 0 };
	return {
		...body,
		nodes: body.nodes.map((node) => {
			const { name, parameters } = node;
			if (name !== 'Settings' || !hasAssignments(parameters)) return node;
			const assignments = parameters.assignments.assignments.map((each) => ({
				...each,
				value: own[each.id] ?? each.value,
			}));
			return { ...node, parameters: { ...parameters, assignments: { assignments } } };
		}),
	};
};

const parcel = (orderRef: string) => ({
	orderRef,
	firstName: 'Ada',
	lastName: 'Moreau',
	address: { line1: '12 rue des Petits Champs', zip: '75002', city: 'Paris', country: 'FR' },
});

export async function missedDeliveryToClaim(environment: E2eEnvironment): Promise<void> {
	const { rest, checks, sandbox } = environment;
	const mailbox = await startMailbox();
	const invoices = await openInvoices('NO-INVOICE');
	let workflow = { id: '' };
	const loseParcel = (reference: string) => {
		const { id } = sandbox.cubyn.book(parcel(reference));
		for (const status of ['PICKED', 'SHIPPED', 'CARRIER_IN_TRANSIT', 'CARRIER_EXCEPTION'] as const)
			sandbox.cubyn.setStatus(id, status, { force: true });
		return id;
	};
	const waitForMail = async (subject: string) =>
		await until(
			`the mail "${subject}"`,
			async () => await Promise.resolve(mailbox.mails.find((mail) => mail.subject?.includes(subject))),
		);
	try {
		await checks.check('Lost parcels to claims: imports the file and publishes it', async () => {
			const credential = await rest.storeCredential('Mail', 'smtp', mailbox.credential);
			workflow = await importAndPublish(
				environment,
				withOwnSettings(invoices.url, readyWorkflow('missed-delivery-to-cubyn-claim.json')),
				[credential],
			);
		});
		await checks.check(
			'Lost parcels to claims: a lost parcel is claimed with its invoice, and the shop gets a message',
			async () => {
				const id = loseParcel('WC-9001');
				const mail = await waitForMail('Claim for order WC-9001');
				expectText(mail.text ?? '', new RegExp(`parcel CUB${id} .*PARCEL_NEVER_RECEIVED_LOST_IN_TRANSIT`), 'The mail');
				const claims = sandbox.cubyn.claims.filter(({ input }) => String(input.entityId) === String(id));
				expect(claims.length === 1, `${claims.length} claims are filed`);
			},
		);
		await checks.check(
			'Lost parcels to claims: without an invoice nothing is filed, and the shop gets a request for it',
			async () => {
				const id = loseParcel('NO-INVOICE');
				await waitForMail('Invoice wanted: order NO-INVOICE never arrived');
				expect(!sandbox.cubyn.claims.some(({ input }) => String(input.entityId) === String(id)), 'A claim is filed');
				await waitForSucceeded(environment, workflow, 2, 'executions of Lost parcels to claims');
			},
		);
		await rest.unpublish(workflow.id);
	} finally {
		invoices.close();
		await mailbox.close();
	}
}
