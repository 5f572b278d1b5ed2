import type { FollowUp } from '../../declare/action';
import type { Item } from '../../declare/facts';
import { choice, integer } from '../../declare/field';
import { isJsonObject } from '../../declare/json';
import { millis, wallTime } from '../../delivery/time';
import { nearestWallTime } from '../../delivery/wall-clock';
import { acceptProposal, denyProposal } from './actions/answer-proposal';
import { ZONE } from './connection';

/** DI2: where the asked time is taken, another is proposed, and somebody has to say yes or no. */
export const proposalFields = {
	when_pushed: choice(
		[
			{ value: 'ask', label: 'Leave It to Me', help: 'Hand on the proposal with its links; it lapses when nobody accepts it' },
			{ value: 'accept', label: 'Accept', help: 'Take whatever time is proposed' },
			{ value: 'accept_within', label: 'Accept Within Limit', help: 'Take a time that is near enough, and leave any other to me' },
			{ value: 'deny', label: 'Deny', help: 'Take the asked time or none' },
		],
		{ label: 'If Another Time Is Proposed', help: 'What to do when no driver is free at the asked time.', common: true },
	).default('ask'),
	accept_within_minutes: integer(
		{
			label: 'Accept Within',
			unit: 'minutes',
			help: 'How far the proposed time may lie from the asked one, earlier or later.',
			show: { field: 'when_pushed', is: ['accept_within'] },
			common: true,
		},
		{ min: 0, max: 1_440 },
	).optional(),
};

interface Policy {
	when_pushed: 'ask' | 'accept' | 'accept_within' | 'deny';
	accept_within_minutes?: number;
}

const endOf = (item: Item, end: 'pickup' | 'dropoff') => {
	const found = item[end];
	return isJsonObject(found) ? found : {};
};

/** DI3 tells its times without their day, so each is the one nearest to the time it replaces. */
function end(booked: Item, reply: Item, which: 'pickup' | 'dropoff') {
	const [before, after] = [endOf(booked, which), endOf(reply, which).slotStart];
	if (typeof before.slotStart !== 'string' || typeof after !== 'string') return before;
	const slotStart = nearestWallTime(wallTime(millis(after), ZONE, 'HH:mm'), millis(before.slotStart), ZONE);
	return { ...before, slotStart: slotStart ?? before.slotStart };
}

/** Lays the answer to a proposal over the booking that it was made for. */
function answered(booked: Item, reply: Item): Item {
	const { status, carrierStatus, terminal, rank, decision, message } = reply;
	const over = { status, carrierStatus, terminal, rank, decision, message, reason: reply.reason ?? null, acceptUrl: null, denyUrl: null };
	if (status === 'cancelled') return { ...booked, ...over, reason: 'The asked time was taken, and the proposed one was denied as this step is set to do.', cancelUrl: null };
	return { ...booked, ...over, pickup: end(booked, reply, 'pickup'), dropoff: end(booked, reply, 'dropoff'), cancelUrl: reply.cancelUrl ?? booked.cancelUrl };
}

const isNear = (item: Item, limit: number | undefined) => limit !== undefined && typeof item.movedMinutes === 'number' && Math.abs(item.movedMinutes) <= limit;

/** The answer that the user has decided on beforehand. */
export function answerTo(item: Item, policy: Policy): FollowUp | undefined {
	if (item.status !== 'awaiting_acceptance') return undefined;
	const accepts = policy.when_pushed === 'accept' || (policy.when_pushed === 'accept_within' && isNear(item, policy.accept_within_minutes));
	if (accepts) {
		return {
			action: acceptProposal,
			input: typeof item.acceptUrl === 'string' ? { url: item.acceptUrl } : { booking: item.id },
			merge: answered,
			warning: 'The proposed time could not be accepted; the booking still waits for an answer.',
		};
	}
	if (policy.when_pushed !== 'deny') return undefined;
	return {
		action: denyProposal,
		input: typeof item.denyUrl === 'string' ? { url: item.denyUrl } : { booking: item.id },
		merge: answered,
		warning: 'The proposed time could not be denied; it lapses when nobody accepts it.',
	};
}
