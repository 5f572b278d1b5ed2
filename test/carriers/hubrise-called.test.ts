import { broken, sound } from './hubrise-callbacks/roads';
import { tell } from './hubrise-callbacks/tell';

test('7,000 histories of callbacks tell each event once, never go back, and believe no forged one', async () => {
	expect(await tell('called', sound, 7_000)).toEqual([]);
});

test.each(Object.entries(broken).filter(([, { story }]) => story === 'called'))('a road that %s is noticed', async (_, { road }) => {
	expect(await tell('called', road, 200, 1)).not.toEqual([]);
});
