/*
 * Puts the counters nearest to the phone first. The position is asked for at the touch of the button, compared on the
 * phone with the centres of the communes, and kept nowhere: nothing of it leaves the page.
 */
(() => {
	const box = document.querySelector('[data-nearby]');
	const list = document.querySelector('[data-counters]');
	if (!box || !list) return;
	if (!('geolocation' in navigator)) return void (box.hidden = true);
	const said = box.querySelector('[role=status]');
	const radians = (degrees) => (degrees * Math.PI) / 180;
	/** Kilometres; over so short a way the earth is flat enough. */
	const between = (here, there) =>
		6371 *
		Math.hypot(
			radians(here[0] - there[0]),
			radians(here[1] - there[1]) * Math.cos(radians(here[0]))
		);
	/** After what is known of the place; the page brings it where somebody named their commune. */
	const distanceOf = (line) => {
		const known = line.querySelector('[data-far]');
		if (known) return known;
		const words = document.createElement('span');
		words.dataset.far = '';
		line.querySelector('p span').after(words);
		return words;
	};
	const arrange = ({ coords }) => {
		const here = [coords.latitude, coords.longitude];
		const far = new Map();
		for (const line of list.children) {
			const centre = line.dataset.centre?.split(' ').map(Number);
			far.set(line, centre ? between(here, centre) : Infinity);
		}
		for (const [line, km] of [...far].sort(([, a], [, b]) => a - b)) {
			if (Number.isFinite(km)) {
				const whole = Math.round(km);
				const words = whole ? box.dataset.kilometres.replace('#', whole) : box.dataset.none;
				distanceOf(line).textContent = words;
			}
			list.append(line);
		}
		said.textContent = box.dataset.done;
	};
	const fail = () => (said.textContent = box.dataset.failed);
	box.querySelector('button').addEventListener('click', () =>
		navigator.geolocation.getCurrentPosition(arrange, fail, {
			maximumAge: 600_000,
			timeout: 10_000
		})
	);
})();
