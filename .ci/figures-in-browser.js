// Inspects every figure on the page, once all of them are loaded, and leaves
// what it found in the page, for .ci/figures-in-browser to read. Part of no
// program; it runs in the browser of the checks only.
"use strict";
const faults = [];
addEventListener("error", (e) => faults.push("error: " + e.message));
document.addEventListener("securitypolicyviolation", (e) => faults.push("wanted to load " + e.blockedURI));

const said = (svg, element) => {
	const found = svg.querySelector(":scope > " + element);
	return found !== null && found.textContent.trim() !== "" && svg.getAttribute("aria-labelledby").split(" ").includes(found.id);
};

// outline is the box round all that is drawn, in units of the picture.
const outline = (svg) => {
	const b = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
	for (const path of svg.querySelectorAll("path")) {
		const p = path.getBBox();
		b.left = Math.min(b.left, p.x);
		b.top = Math.min(b.top, p.y);
		b.right = Math.max(b.right, p.x + p.width);
		b.bottom = Math.max(b.bottom, p.y + p.height);
	}
	return b;
};

// pixels counts what is dark in the image, which the browser has read from the
// very text of the SVG, and tells whether it is white and opaque near a corner,
// inside the hair that rounding the height may leave at the edge.
const pixels = (image) => {
	const canvas = document.createElement("canvas");
	canvas.width = image.naturalWidth;
	canvas.height = image.naturalHeight;
	if (canvas.width === 0 || canvas.height === 0) {
		return { dark: 0, share: 0, white: false };
	}
	const context = canvas.getContext("2d", { willReadFrequently: true });
	context.drawImage(image, 0, 0);
	const data = context.getImageData(0, 0, canvas.width, canvas.height).data;
	let dark = 0;
	for (let i = 0; i < data.length; i += 4) {
		if (data[i + 3] > 200 && data[i] + data[i + 1] + data[i + 2] < 200) {
			dark++;
		}
	}
	const corner = 4 * (3 * canvas.width + 3);
	return { dark, share: dark / (data.length / 4), white: data.subarray(corner, corner + 4).every((v) => v === 255) };
};

addEventListener("load", () => {
	const figures = document.querySelectorAll("figure");
	const seen = new Set();
	let fewest = Infinity;
	const darkOf = new Map();
	for (const e of document.querySelectorAll("[id]")) {
		if (seen.has(e.id)) {
			faults.push("id twice: " + e.id);
		}
		seen.add(e.id);
	}
	for (const figure of figures) {
		const fault = (what) => faults.push(figure.id + ": " + what);
		const svg = figure.querySelector("svg"), view = svg.viewBox.baseVal, b = outline(svg), slack = 0.2;
		if (!(b.right > b.left && b.bottom > b.top)) {
			fault("nothing is drawn");
		}
		const inside = b.left >= -slack && b.top >= -slack && b.right <= view.width + slack && b.bottom <= view.height + slack;
		if (!inside && figure.dataset.cropped === "false") {
			fault("drawn outside of the picture: " + JSON.stringify(b) + " in " + view.width + "x" + view.height);
		}
		if (svg.getAttribute("role") !== "img" || !said(svg, "title") || !said(svg, "desc")) {
			fault("does not say what it is");
		}
		const { dark, share, white } = pixels(figure.querySelector("img"));
		if (share < 0.02 || share > 0.6) {
			fault("got " + dark + " dark pixels, " + (100 * share).toFixed(1) + " % of the picture");
		}
		if (!white) {
			fault("stands on no white ground, and would be lost on a dark page");
		}
		fewest = Math.min(fewest, dark);
		darkOf.set(figure.id, dark);
	}
	for (const [id, dark] of darkOf) {
		const mirrored = darkOf.get(id + "-mirrored");
		if (mirrored !== undefined && Math.abs(mirrored - dark) > 0.03 * dark) {
			faults.push(id + ": got " + dark + " dark pixels and " + mirrored + " in the mirror");
		}
	}
	for (const r of performance.getEntriesByType("resource")) {
		if (!r.name.startsWith("data:")) {
			faults.push("loaded " + r.name);
		}
	}
	const result = document.createElement("pre");
	result.id = "inspected";
	result.textContent = "\nfigures: " + figures.length + "\nids: " + seen.size + "\nfewest dark pixels: " + fewest +
		"\nfaults: " + faults.length + "\n" + faults.map((f) => "fault: " + f + "\n").join("") + "end of inspection\n";
	document.body.append(result);
});
