import { collectActions } from '../../shared/carriers/cubyn/collects/actions';
import { cubyn as carrier } from '../../shared/carriers/cubyn/carrier';
import { userActions } from '../../shared/carriers/cubyn/account/actions';
import type { Action } from '../../shared/declare/action';
import { perform } from '../../shared/run/perform';
import { response, scriptedPorts } from '../core/scripted-ports';
import { accessOf } from '../core/samples';
import { createCubynParcel } from '../sandbox/cubyn-client';
import { CubynHarness } from './cubyn-harness';
import { failureOf, itemOf } from './scripted-deliverit';

let cubyn: CubynHarness;
beforeEach(() => {
	cubyn = new CubynHarness();
});

function actionById(actions: readonly Action[], id: string): Action {
	const found = actions.find((action) => action.id === id);
	if (!found) throw new Error(`there is no ${id}`);
	return found;
}

const collect = (verb: string) => actionById(collectActions, `collect.${verb}`);
const account = (verb: string) => actionById(userActions, `account.${verb}`);
const SLOT = '2026-11-24T10:00:00+01:00';

test('a courier for a slot that is offered: booked once, changed, called off', async () => {
	const parcel = await createCubynParcel(cubyn.sandbox);
	const slots = await cubyn.run(actionById(collectActions, 'timeSlot.getAll'), {});
	expect(slots.ok && slots.value.map(({ startsAt }) => startsAt)).toContain('2026-11-24T09:00:00.000Z');
	const input = { volumeCategory: 'STANDARD', pickupAt: SLOT, contactName: 'Ada', contactPhone: '06 12 34 56 78' };
	const booked = itemOf(await cubyn.run(collect('create'), input));
	expect(booked).toMatchObject({
		carrierStatus: 'CREATED',
		pickupAt: '2026-11-24T09:00:00.000Z',
		volumeCategory: 'STANDARD',
		outcome: 'created',
	});
	expect(itemOf(await cubyn.run(collect('create'), { ...input, volumeCategory: 'LARGE' }))).toMatchObject({
		id: booked.id,
		outcome: 'found',
		warnings: [expect.stringContaining('Volume')],
	});
	expect(cubyn.sandbox.cubyn.collects).toHaveLength(1);
	expect(cubyn.sandbox.cubyn.collects[0]).toMatchObject({ contactName: 'Ada', contactPhone: '+33612345678' });
	expect(itemOf(await cubyn.run(collect('get'), { id: booked.id }))).toMatchObject({
		parcelIds: cubyn.sandbox.cubyn.parcel(parcel)?.collectId === null ? [] : [String(parcel)],
	});
	expect(itemOf(await cubyn.run(collect('update'), { id: booked.id, volumeCategory: 'SMALL' }))).toMatchObject({
		volumeCategory: 'SMALL',
	});
	expect(itemOf(await cubyn.run(collect('delete'), { id: booked.id }))).toMatchObject({ deleted: true });
	expect(await cubyn.run(collect('getAll'), {})).toEqual({ ok: true, value: [] });
});

test('without a time, a courier who is still waiting is the requested one', async () => {
	const first = itemOf(await cubyn.run(collect('create'), { volumeCategory: 'SMALL' }));
	expect(itemOf(await cubyn.run(collect('create'), { volumeCategory: 'SMALL' }))).toMatchObject({
		id: first.id,
		outcome: 'found',
	});
	expect(cubyn.sandbox.cubyn.collects).toHaveLength(1);
});

test('only the filled fields of an address change', async () => {
	const address = {
		line1: '12 bis avenue du Général de Gaulle et de la Résistance',
		additionalInformation: 'Code 9898',
		zip: '75011',
		city: 'Paris',
		country: 'FR',
	};
	const { id } = itemOf(await cubyn.run(collect('create'), { volumeCategory: 'SMALL', address }));
	const currentAddress = () => cubyn.sandbox.cubyn.collects[0]?.address;
	itemOf(await cubyn.run(collect('update'), { id, address: { zip: '75012' } }));
	expect(currentAddress()).toMatchObject({
		line1: '12 bis avenue du Général de Gaulle',
		line2: 'et de la Résistance',
		additionalInformation: 'Code 9898',
		zip: '75012',
		city: 'Paris',
		country: 'France',
	});
	// Nothing of the old street may stay behind the new one.
	itemOf(await cubyn.run(collect('update'), { id, address: { line1: '3 rue Oberkampf' } }));
	expect(currentAddress()).toEqual({ line1: '3 rue Oberkampf', zip: '75012', city: 'Paris', country: 'France' });
	const incomplete = failureOf(await cubyn.run(collect('update'), { id, address: { line2: 'Bâtiment B' } }));
	expect(incomplete).toMatchObject({ code: 'invalid_input', problems: [{ path: ['address', 'line1'] }] });
	expect(failureOf(await cubyn.run(collect('update'), { id, address: { country: 'Utopia' } })).problems).toMatchObject([
		{ path: ['address', 'country'] },
	]);
	cubyn.sent.length = 0;
	itemOf(
		await cubyn.run(collect('update'), {
			id,
			address: { line1: '1 place Bellecour', zip: '69002', city: 'Lyon', country: 'France' },
		}),
	);
	expect(cubyn.sent.map(({ method }) => method)).toEqual(['PUT']);
	expect(currentAddress()).toEqual({ line1: '1 place Bellecour', zip: '69002', city: 'Lyon', country: 'France' });
	expect(failureOf(await cubyn.run(collect('update'), { id: 1, address: { zip: '75012' } })).code).toBe('not_found');
});

test('a collect whose time cannot be read is another one', async () => {
	const ports = scriptedPorts(
		async ({ method }) =>
			await Promise.resolve(
				response(
					200,
					method === 'GET'
						? [{ id: 1, status: 'CREATED', pickupAt: 'soon' }]
						: { id: 2, status: 'CREATED', pickupAt: SLOT },
				),
			),
	);
	const booked = await perform(
		{
			carrier,
			action: collect('create'),
			access: accessOf(carrier),
			values: { volumeCategory: 'SMALL', pickupAt: SLOT },
		},
		ports,
	);
	expect(itemOf(booked)).toMatchObject({ id: '2', outcome: 'created' });
});

test('once confirmed it is too late; unknown ones are not there', async () => {
	const { id } = itemOf(await cubyn.run(collect('create'), { volumeCategory: 'SMALL', pickupAt: SLOT }));
	await cubyn.sandbox.clock.advance(26 * 3_600_000);
	expect(itemOf(await cubyn.run(collect('get'), { id }))).toMatchObject({ carrierStatus: 'CONFIRMED' });
	expect(failureOf(await cubyn.run(collect('update'), { id, volumeCategory: 'LARGE' })).code).toBe('too_late');
	expect(failureOf(await cubyn.run(collect('delete'), { id })).code).toBe('too_late');
	expect(failureOf(await cubyn.run(collect('get'), { id: 1 })).code).toBe('not_found');
	expect(
		failureOf(await cubyn.run(collect('create'), { volumeCategory: 'SMALL', pickupAt: '2026-11-29T10:00:00+01:00' }))
			.message,
	).toContain('Pick-Up At was refused by Cubyn');
});

test('the account, its user, and a change that reveals no secret', async () => {
	expect(itemOf(await cubyn.run(account('get'), {}))).toMatchObject({
		id: '369502585',
		email: 'jane.doe@acme.com',
		applicationName: 'My API application',
	});
	const user = itemOf(await cubyn.run(account('getUser'), {}));
	expect(itemOf(await cubyn.run(account('getUser'), { id: user.id }))).toMatchObject({
		id: user.id,
		firstName: 'Jane',
	});
	const changed = await cubyn.run(account('update'), { id: user.id, lastName: 'Moreau', password: 'correct horse' });
	expect(itemOf(changed)).toMatchObject({ lastName: 'Moreau' });
	expect(JSON.stringify(changed)).not.toContain('correct horse');
	expect(cubyn.sandbox.cubyn.accounts[0]?.password).toBe('correct horse');
	expect(failureOf(await cubyn.run(account('getUser'), { id: 1 })).code).toBe('not_found');
});
