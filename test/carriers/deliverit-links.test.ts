import { acceptProposal, denyProposal } from '../../shared/carriers/deliverit/actions/answer-proposal';
import { cancelDriver } from '../../shared/carriers/deliverit/actions/cancel';
import { cancelInfo } from '../../shared/carriers/deliverit/actions/info-cancel';
import { response } from '../core/scripted-ports';
import { ScriptedDeliverit, failureOf, itemOf, listed, orders, messageResponse } from './scripted-deliverit';

const TRIP = '/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM';

test.each([
	`https://evil.example${TRIP}`,
	`https://butik.deliverit.dk.evil.example${TRIP}`,
	`https://butik.deliverit.dk@evil.example${TRIP}`,
	`https://user:pass@butik.deliverit.dk${TRIP}`,
	`https://butik.deliverit.dk:8443${TRIP}`,
	`http://127.0.0.1:3000${TRIP}`,
	`http://evil.example/?${TRIP}`,
	`https://evil.example/https://butik.deliverit.dk${TRIP}`,
])('%s sends nothing', async (url) => {
	for (const action of [acceptProposal, denyProposal, cancelDriver]) {
		const scripted = new ScriptedDeliverit();
		const { code } = failureOf(await scripted.run(action, { url }));
		expect(['foreign_address', 'invalid_input']).toContain(code);
		expect(scripted.ports.sent).toEqual([]);
	}
});

test('a foreign host has a code of its own, and the message names the field', async () => {
	const failure = failureOf(await new ScriptedDeliverit().run(cancelDriver, { url: `https://evil.example${TRIP}` }));
	expect(failure).toMatchObject({
		code: 'foreign_address',
		message: expect.stringContaining('Cancel Link'),
		advice: expect.stringContaining('Nothing was sent'),
	});
});

test.each([
	`http://butik.deliverit.dk${TRIP}`,
	`https://dev.butik.deliverit.dk${TRIP}`,
	`https://butik.deliverit.dk${TRIP}?x=1#y`,
])('%s is followed over https, to the host of the connection', async (url) => {
	const scripted = new ScriptedDeliverit({ '/cancel/': messageResponse(200, 'Okay, the order is canceled') });
	expect(itemOf(await scripted.run(cancelDriver, { url }))).toMatchObject({
		id: 'F64u3fbxNdaoTyAcOisM',
		status: 'cancelled',
	});
	expect(scripted.ports.sent.map((request) => request.url)).toEqual([`https://butik.deliverit.dk${TRIP}`]);
});

test('the cancel link names the trip for an acceptance, too', async () => {
	const scripted = new ScriptedDeliverit({
		'/accept/': response(202, { order_driver: true, message: 'The trip is saved', time: '18:30' }),
	});
	await scripted.run(acceptProposal, { url: `https://butik.deliverit.dk${TRIP}` });
	expect(scripted.calls).toEqual(['POST /api/v1/orderdriver/accept/14/F64u3fbxNdaoTyAcOisM']);
});

test('the verb is never taken from the link', async () => {
	const scripted = new ScriptedDeliverit();
	expect(
		failureOf(
			await scripted.run(cancelDriver, {
				url: 'https://butik.deliverit.dk/api/v1/orderdriver/accept/14/F64u3fbxNdaoTyAcOisM',
			}),
		).code,
	).toBe('invalid_input');
	expect(failureOf(await scripted.run(cancelInfo, { url: `https://butik.deliverit.dk${TRIP}` })).code).toBe(
		'invalid_input',
	);
	expect(scripted.ports.sent).toEqual([]);
});

test('a refusal to cancel what is cancelled is no failure', async () => {
	const tooLate = messageResponse(
		400,
		'You cannot cancel this order. The driver is on the way. Contact DeliverIt +45 93 866 766',
	);
	const other = listed({ canceUrl: 'http://butik.deliverit.dk/api/v1/orderdriver/cancel/14/AnotherTokenOfTwenty' });
	const afterCancel = new ScriptedDeliverit({
		'/orderdriver/cancel/': tooLate,
		'/api/v1/order/': orders(other, listed({ cancel: 1 })),
	});
	expect(itemOf(await afterCancel.run(cancelDriver, { booking: 'F64u3fbxNdaoTyAcOisM' }))).toMatchObject({
		id: 'F64u3fbxNdaoTyAcOisM',
		status: 'cancelled',
		outcome: 'already_done',
	});
	// It may have been made a month ahead, and be listed under the day on which it was made.
	expect(afterCancel.calls.at(-1)).toBe('GET /api/v1/order/14/2020-10-09/2020-12-11');

	const driving = new ScriptedDeliverit({
		'/orderdriver/cancel/': tooLate,
		'/api/v1/order/': orders({ ...other, cancel: 1 }, listed()),
	});
	expect(failureOf(await driving.run(cancelDriver, { booking: 'F64u3fbxNdaoTyAcOisM' }))).toMatchObject({
		code: 'too_late',
		message: expect.stringContaining('The driver is on the way'),
	});
});
