import type { FollowUp } from '../../declare/action';
import type { Item } from '../../declare/facts';
import { choice, integer } from '../../declare/field';
import { isJsonObject } from '../../json';
import { rankOf } from '../../delivery/status';
import { millis, wallTime } from '../../delivery/time';
import { nearestWallTime } from '../../delivery/wall-clock';
import { acceptProposal, denyProposal } from './actions/answer-proposal';
import { ZONE } from './connection';

/**
 * DI2: if the requested time is taken, DeliverIt proposes an earlier or later one, which a person has to accept or
 * deny.
 */
export const proposalFields = {
	when_pushed: choice(
		[
			{
				value: 'ask',
				label: 'Leave It to Me',
				help: 'Return the proposal with its links. It lapses when nobody accepts it',
			},
			{ value: 'accept', label: 'Accept', help: 'Take any time that is proposed, earlier or later' },
			{
				value: 'accept_within',
				label: 'Accept Within Limit',
				help: 'Take a time that is near enough, and leave others to me',
			},
			{ value: 'deny', label: 'Deny', help: 'Take the requested time or none' },
		],
		{
			label: 'If Another Time Is Proposed',
			help: 'What to do when no driver is free at the requested time.',
			common: true,
		},
	).default('ask'),
	accept_within_minutes: integer(
		{
			label: 'Accept Within',
			unit: 'minutes',
			help: 'How far the proposed time may lie from the requested one, earlier or later.',
			show: { field: 'when_pushed', is: ['accept_within'] },
			common: true,
		},
		{ min: 0, max: 1_440 },
	).optional(),
};

/** The answer the user has chosen in advance. */
export interface ProposalPolicy {
	when_pushed: 'ask' | 'accept' | 'accept_within' | 'deny';
	accept_within_minutes?: number;
}

const endOf = (item: Item, key: 'pickup' | 'dropoff') => {
	const stop = item[key];
	return isJsonObject(stop) ? stop : {};
};

/** DI3 writes times without their day, so each is the one nearest to the time it replaces. */
function mergeStop(booked: Item, reply: Item, key: 'pickup' | 'dropoff') {
	const [bookedStop, newStart] = [endOf(booked, key), endOf(reply, key).slotStart];
	if (typeof bookedStop.slotStart !== 'string' || typeof newStart !== 'string') return bookedStop;
	const slotStart = nearestWallTime(wallTime(millis(newStart), ZONE, 'HH:mm'), millis(bookedStop.slotStart), ZONE);
	return { ...bookedStop, slotStart: slotStart ?? bookedStop.slotStart };
}

/** Lays the answer to a proposal over the booking that it was made for. */
function mergeReply(booked: Item, reply: Item): Item {
	const warnings = [booked.warnings, reply.warnings].flatMap((each) => (Array.isArray(each) ? each : []));
	const { status, carrierStatus, terminal, rank, decision, message } = reply;
	const changes = {
		status,
		carrierStatus,
		terminal,
		rank,
		decision,
		message,
		reason: reply.reason ?? null,
		acceptUrl: null,
		denyUrl: null,
		...(warnings.length > 0 ? { warnings } : {}),
	};
	if (status === 'cancelled')
		return {
			...booked,
			...changes,
			reason: 'The requested time was taken, and the proposed one was denied as this step is set to do.',
			cancelUrl: null,
		};
	return {
		...booked,
		...changes,
		pickup: mergeStop(booked, reply, 'pickup'),
		dropoff: mergeStop(booked, reply, 'dropoff'),
		cancelUrl: reply.cancelUrl ?? booked.cancelUrl,
	};
}

/** It is unknown whether a driver comes, so neither "waits" nor "booked" would be true. */
const unsettled = (booked: Item): Item => ({
	...booked,
	status: 'unknown',
	rank: rankOf('unknown'),
	terminal: false,
});

const isNear = (item: Item, limit: number | undefined) =>
	limit !== undefined && typeof item.movedMinutes === 'number' && Math.abs(item.movedMinutes) <= limit;

/** The answer that the user has chosen in advance. */
export function replyFollowUp(item: Item, policy: ProposalPolicy): FollowUp | undefined {
	if (item.status !== 'awaiting_acceptance') return undefined;
	const accepts =
		policy.when_pushed === 'accept' ||
		(policy.when_pushed === 'accept_within' && isNear(item, policy.accept_within_minutes));
	if (accepts) {
		return {
			action: acceptProposal,
			input: typeof item.acceptUrl === 'string' ? { url: item.acceptUrl } : { booking: item.id },
			merge: mergeReply,
			// DI3: a lapsed proposal is not a booking, and DeliverIt requires a new order.
			isVoidedBy: ({ code }) => code === 'too_late',
			voided: 'DeliverIt proposed another time, and the proposal lapsed before it was accepted. No driver is booked',
			warning: 'The proposed time was not accepted. It lapses when nobody accepts it.',
			unsettled,
		};
	}
	if (policy.when_pushed !== 'deny') return undefined;
	return {
		action: denyProposal,
		input: typeof item.denyUrl === 'string' ? { url: item.denyUrl } : { booking: item.id },
		merge: mergeReply,
		warning: 'The proposed time was not denied. It lapses when nobody accepts it.',
		unsettled,
	};
}
