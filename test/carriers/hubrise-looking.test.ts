import { broken, sound } from './hubrise-callbacks/roads';
import { tell } from './hubrise-callbacks/tell';

test('3,000 histories of two triggers that look for events on one connection tell each once, in order, and miss none', async () => {
	expect(await tell('looking', sound, 3_000)).toEqual([]);
});

test.each(Object.entries(broken).filter(([, { story }]) => story === 'looking'))('a road that %s is noticed', async (_, { road }) => {
	expect(await tell('looking', road, 200, 1)).not.toEqual([]);
});
