import { expect, test } from './fixtures.ts';

test('[D1] a paired screen shows its shop’s board and stays live', async ({ screens, shop }) => {
	await shop.job({ status: 'QN' });
	const wall = await screens.display();
	await expect(wall.locator('[data-connection="live"]')).toBeVisible();
	await expect(wall.getByText('Front wall', { exact: true })).toBeVisible();
});
