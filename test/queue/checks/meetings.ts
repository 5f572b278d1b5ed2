import assert from 'node:assert/strict';

import type { Check, Stage } from '../check';
import { booked, ended, type Booked } from '../ends';
import { openShop } from '../workflows';

interface Meeting {
	name: string;
	onDouble: 'report' | 'undo';
	/** How long the carrier takes for each answer. */
	answersMs: number;
	/** Between the two calls of the shop. */
	apartMs: number;
	times: number;
}

interface Met {
	doubled: number;
	said: number;
	left: number;
}

const saysDouble = ({ warnings }: Booked) => warnings.some((warning) => /booked ".*" in the same moment/.test(warning) || /live bookings with the reference/.test(warning));

async function meet(stage: Stage, meeting: Meeting): Promise<Met> {
	const shop = await openShop(stage, meeting.name, { onDouble: meeting.onDouble });
	const quick = meeting.answersMs === 0 ? () => undefined : stage.sandbox.faults.add({ carrier: 'cyke', fault: { kind: 'slow', totalMs: meeting.answersMs } });
	const met: Met = { doubled: 0, said: 0, left: 0 };
	try {
		for (let at = 1; at <= meeting.times; at += 1) {
			const reference = `${meeting.name}-${at}`;
			const first = shop.tell(reference);
			await new Promise((resolve) => setTimeout(resolve, meeting.apartMs));
			await Promise.all([first, shop.tell(reference)]);
			const items = await booked(stage, (await ended(stage, shop.workflow.id, at * 2)).slice(-2));
			const made = stage.sandbox.cyke.deliveries.filter((each) => each.clientOrderReference === reference).length;
			const doubled = made > 1;
			met.doubled += doubled ? 1 : 0;
			met.said += doubled && items.some(saysDouble) ? 1 : 0;
			met.left += stage.live(reference).length > 1 ? 1 : 0;
			assert.ok(stage.live(reference).length >= 1, `${reference} was lost`);
		}
	} finally {
		quick();
		await stage.cluster.rest.unpublish(shop.workflow.id);
	}
	return met;
}

function check(title: string, meeting: Meeting, holds: (met: Met) => void): Check {
	return {
		title,
		run: async (stage) => {
			const met = await meet(stage, meeting);
			holds(met);
			return `${meeting.times} meetings, ${met.doubled} booked twice, said on ${met.said}, two left in ${met.left}`;
		},
	};
}

const allSaid = ({ doubled, said }: Met) => assert.equal(said, doubled, 'a double was not said');
const noneLeft = ({ left }: Met) => assert.equal(left, 0, 'a double was left');

/** What the two processes do to each other is measured; what is promised of it is checked. */
export const meetings: readonly Check[] = [
	check('The same order told twice at once, quick carrier, "Report It": every double is said', { name: 'R0', onDouble: 'report', answersMs: 0, apartMs: 0, times: 30 }, allSaid),
	check('The same, answers of 0.3 s: every double is said', { name: 'R300', onDouble: 'report', answersMs: 300, apartMs: 0, times: 30 }, allSaid),
	check('The same, two seconds apart: no double', { name: 'R2000', onDouble: 'report', answersMs: 300, apartMs: 2_000, times: 10 }, ({ doubled }) => assert.equal(doubled, 0)),
	check('The same at once, answers of 0.3 s, "Undo It": one booking is left', { name: 'U300', onDouble: 'undo', answersMs: 300, apartMs: 0, times: 12 }, noneLeft),
];
