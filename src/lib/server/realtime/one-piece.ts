import type { BoardServer } from './socket-types.ts';

/** What the library's adapter does with a message before it goes to everybody. */
interface Encoding {
	_encode?: (packet: unknown, options: Encoded) => unknown[];
}

interface Encoded {
	/** The frame that each socket writes as it is: its header and its text, in two pieces. */
	wsPreEncodedFrame?: Buffer[];
}

/**
 * Has a message to many screens written to each in one piece instead of two, which costs a good part of what another
 * screen costs. A library that encodes in another way goes on with its own.
 */
export function writeInOnePiece(io: BoardServer): void {
	const adapter = io.of('/').adapter as unknown as Encoding;
	const encode = adapter._encode?.bind(adapter);
	if (!encode) return;
	adapter._encode = (packet, options) => {
		const packets = encode(packet, options);
		if (options.wsPreEncodedFrame) options.wsPreEncodedFrame = [Buffer.concat(options.wsPreEncodedFrame)];
		return packets;
	};
}
