import { createServer } from 'node:http';

import { until, type WorkflowBody } from '../../../sandbox/hosts/n8n-server';
import { readyWorkflow } from '../../../sandbox/n8n/ready-workflows';
import { openMailbox } from '../../../sandbox/shops/mailbox';
import { expect, expectText } from '../checks';
import { smallPdf } from '../small-pdf';
import type { World } from '../world';
import { importAndPublish, seeSucceeded } from './imported';

const EXAMPLE = 'https://shop.example.com';

/** A shop that gives the invoice of every order but those of this reference. */
async function openInvoices(without: string): Promise<{ url: string; close(): void }> {
	const server = createServer((request, response) => {
		if (request.url?.includes(without)) return void response.writeHead(404).end();
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

/** As the file's own note asks: the address of the shop's invoices is typed in. */
const withInvoicesAt = (url: string, body: WorkflowBody): WorkflowBody => ({
	...body,
	nodes: body.nodes.map((node) => (typeof node.parameters.url === 'string' ? { ...node, parameters: { ...node.parameters, url: node.parameters.url.replace(EXAMPLE, url) } } : node)),
});

const parcel = (orderRef: string) => ({
	orderRef,
	firstName: 'Ada',
	lastName: 'Moreau',
	address: { line1: '12 rue des Petits Champs', zip: '75002', city: 'Paris', country: 'FR' },
});

export async function missedDeliveryToClaim(world: World): Promise<void> {
	const { rest, checks, sandbox } = world;
	const mailbox = await openMailbox();
	const invoices = await openInvoices('NO-INVOICE');
	let workflow = { id: '' };
	const lose = (reference: string) => {
		const { id } = sandbox.cubyn.book(parcel(reference));
		for (const status of ['PICKED', 'SHIPPED', 'CARRIER_IN_TRANSIT', 'CARRIER_EXCEPTION'] as const) sandbox.cubyn.setStatus(id, status, { force: true });
		return id;
	};
	const mailAbout = async (subject: string) => await until(`the mail "${subject}"`, async () => await Promise.resolve(mailbox.mails.find((mail) => mail.subject?.includes(subject))));
	try {
		await checks.check('Missed delivery to claim: imports the file and publishes it', async () => {
			const credential = await rest.storeCredential('Mail', 'smtp', mailbox.credential);
			workflow = await importAndPublish(world, withInvoicesAt(invoices.url, readyWorkflow('missed-delivery-to-cubyn-claim.json')), [credential]);
		});
		await checks.check('Missed delivery to claim: a lost parcel is claimed with its invoice, and the shop is told', async () => {
			const id = lose('WC-9001');
			const mail = await mailAbout('Claim for order WC-9001');
			expectText(mail.text ?? '', new RegExp(`parcel CUB${id} .*PARCEL_NEVER_RECEIVED_LOST_IN_TRANSIT`), 'The mail');
			const claims = sandbox.cubyn.claims.filter(({ given }) => String(given.entityId) === String(id));
			expect(claims.length === 1, `${claims.length} claims are filed`);
		});
		await checks.check('Missed delivery to claim: without an invoice nothing is filed, and the shop is asked for it', async () => {
			const id = lose('NO-INVOICE');
			await mailAbout('NO-INVOICE never arrived');
			expect(!sandbox.cubyn.claims.some(({ given }) => String(given.entityId) === String(id)), 'A claim is filed');
			await seeSucceeded(world, workflow, 2, 'executions of Missed delivery to claim');
		});
		await rest.unpublish(workflow.id);
	} finally {
		invoices.close();
		await mailbox.close();
	}
}
