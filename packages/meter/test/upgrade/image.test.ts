import { createHash } from 'node:crypto';
import {
  decodeImageHeader,
  encodeImage,
  encodeImageHeader,
  IMAGE_FAULTS,
  type ImageFault,
  type ImageHeader,
  isTrustableKey,
  SIGNATURE_OCTETS,
  verifyImage,
} from '@wattvend/meter/image.js';
import { instant } from '@wattvend/quantities/time.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { image, MAKER, ORDER, program, STRANGER } from './signed-image.ts';

const TARGET = {
  manufacturerCode: '12',
  hardware: { model: 'WATTVEND', revision: 2 },
  runningVersion: '1.0.0',
  securityNumber: 5,
};
const TRUSTED = [MAKER.publicKeyHex];

const anyHeader: fc.Arbitrary<ImageHeader> = fc.record({
  manufacturerCode: fc.constantFrom('00', '12', '0123', '9999'),
  hardware: fc
    .record({
      model: fc.constantFrom('W', 'WATTVEND', 'A MODEL OF 16 CH'),
      from: fc.integer({ min: 0, max: 1000 }),
      more: fc.integer({ min: 0, max: 64_535 }),
    })
    .map(({ from, model, more }) => ({ model, from, to: from + more })),
  version: fc.constantFrom('1', '1.2.3', '1.2.3-rc.1+b456'),
  securityNumber: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  component: fc.constantFrom('legally-relevant' as const, 'application' as const),
  payloadSize: fc.integer({ min: 1, max: 2 ** 30 }),
  payloadHash: fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((hash) => Buffer.from(hash).toString('hex')),
  notBefore: fc.option(fc.maxSafeNat().map(instant)),
});

describe('the header of an image', () => {
  test('is written as docs/reference/firmware-image.md says', () => {
    const header = encodeImageHeader({
      ...ORDER,
      payloadSize: 500,
      payloadHash: 'ab'.repeat(32),
      notBefore: instant(0x0123456789),
    });
    // Magic and format; "12"; "WATTVEND"; revisions 1 to 3; "1.1.0"; security number 5;
    // application; 500 octets; the hash; a time.
    expect(Buffer.from(header).toString('hex')).toBe(
      `5756465701${'023132'}${'085741545456454e44'}${'00010003'}${'05312e312e30'}` +
        `${'00000005'}${'02'}${'000001f4'}${'ab'.repeat(32)}${'010000000123456789'}`,
    );
  });

  test('survives being written and read, whatever follows it', () => {
    fc.assert(
      fc.property(anyHeader, fc.uint8Array({ maxLength: 20 }), (header, rest) => {
        const octets = encodeImageHeader(header);
        expect(decodeImageHeader(Uint8Array.from([...octets, ...rest]))).toEqual({
          kind: 'header',
          header,
          headerOctets: octets.length,
        });
      }),
    );
  });

  test('has one encoding: altered octets that still decode encode to themselves', () => {
    fc.assert(
      fc.property(anyHeader, fc.nat(), fc.integer({ min: 0, max: 255 }), (header, at, octet) => {
        const octets = encodeImageHeader(header);
        octets[at % octets.length] = octet;
        const decoded = decodeImageHeader(octets);
        if (decoded.kind === 'fault') return;
        expect(encodeImageHeader(decoded.header)).toEqual(octets.slice(0, decoded.headerOctets));
      }),
      { numRuns: 2000 },
    );
  });

  test('is a fault when it is cut anywhere, and nothing in it makes the decoder throw', () => {
    const whole = encodeImageHeader({ ...ORDER, payloadSize: 1, payloadHash: '00'.repeat(32) });
    for (let octets = 0; octets < whole.length; octets++) {
      const decoded = decodeImageHeader(whole.slice(0, octets));
      expect([octets, decoded]).toEqual([
        octets,
        { kind: 'fault', fault: octets < 4 ? 'not-an-image' : 'header' },
      ]);
    }
    const begun = fc
      .tuple(fc.nat({ max: whole.length }), fc.uint8Array({ maxLength: 120 }))
      .map(([kept, rest]) => Uint8Array.from([...whole.slice(0, kept), ...rest]));
    fc.assert(
      fc.property(fc.oneof(begun, fc.uint8Array({ maxLength: 300 })), (octets) => {
        expect(['header', 'fault']).toContain(decodeImageHeader(octets).kind);
        expect(verifyImage(octets, TRUSTED, TARGET).kind).toBe('fault');
      }),
      { numRuns: 2000 },
    );
  });

  test.each<[string, Partial<ImageHeader>]>([
    ['a manufacturer code of three digits', { manufacturerCode: '123' }],
    ['no hardware model', { hardware: { model: '', from: 1, to: 1 } }],
    ['a hardware model of 17', { hardware: { model: 'M'.repeat(17), from: 1, to: 1 } }],
    ['a hardware model beyond ASCII', { hardware: { model: 'M\u00e9', from: 1, to: 1 } }],
    ['revisions that fall', { hardware: { model: 'M', from: 2, to: 1 } }],
    ['a revision above 65535', { hardware: { model: 'M', from: 2, to: 65_536 } }],
    ['a version of 16', { version: '1'.repeat(16) }],
    ['a version that begins with a dot', { version: '.1' }],
    ['a version with a blank', { version: '1 2' }],
    ['a negative security number', { securityNumber: -1 }],
    ['a security number of 33 bits', { securityNumber: 2 ** 32 }],
    ['an empty program', { payloadSize: 0 }],
    ['a program above a gibibyte', { payloadSize: 2 ** 30 + 1 }],
    ['a hash that is too short', { payloadHash: 'ab' }],
    ['a time before 1970', { notBefore: instant(-1) }],
  ])('cannot be written with %s', (_, change) => {
    const header = { ...ORDER, payloadSize: 1, payloadHash: '00'.repeat(32), ...change };
    expect(() => encodeImageHeader(header)).toThrow(RangeError);
  });
});

describe('an image', () => {
  test('is its header, a signature and its program, with the hash OpenSSL finds', () => {
    const payload = program(500);
    const octets = image();
    const decoded = decodeImageHeader(octets);
    if (decoded.kind === 'fault') throw new Error(decoded.fault);
    expect(decoded.header.payloadHash).toBe(createHash('sha256').update(payload).digest('hex'));
    expect(octets.slice(decoded.headerOctets + SIGNATURE_OCTETS)).toEqual(payload);
    expect(verifyImage(octets, TRUSTED, TARGET)).toEqual({ kind: 'image', header: decoded.header });
  });

  test('is refused when any one bit of it is turned', () => {
    const octets = image({}, program(40));
    expect(verifyImage(octets, TRUSTED, TARGET).kind).toBe('image');
    for (let bit = 0; bit < octets.length * 8; bit++) {
      const turned = octets.slice();
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect([bit, verifyImage(turned, TRUSTED, TARGET).kind]).toEqual([bit, 'fault']);
    }
  });

  // Each line breaks the rule of its name and all below it, as far as both can be broken at once.
  const other = { ...ORDER, manufacturerCode: '13', securityNumber: 4, version: '1.0.0' };
  const wrongHardware = { model: 'WATTVEND', from: 3, to: 9 };
  const worst = { ...other, hardware: wrongHardware };
  const byStranger = encodeImage(worst, program(500), STRANGER.sign);
  const damaged = byStranger.map((octet, at) => (at === byStranger.length - 1 ? octet ^ 1 : octet));
  const withOctet = (at: number, octet: number): Uint8Array =>
    damaged.map((before, place) => (place === at ? octet : before));
  test.each<[ImageFault, Uint8Array]>([
    ['not-an-image', withOctet(0, 0).slice(0, 5)],
    ['format-unknown', withOctet(4, 2).slice(0, 5)],
    ['header', damaged.slice(0, 20)],
    ['size', Uint8Array.from([...damaged, 0])],
    ['size', damaged.slice(0, -1)],
    ['hash', damaged],
    ['signature', byStranger],
    ['other-maker', image(worst)],
    ['other-hardware', image({ ...worst, manufacturerCode: '12' })],
    ['rolled-back', image({ securityNumber: 4, version: '1.0.0' })],
    ['same-version', image({ version: '1.0.0' })],
  ])('is refused for %s', (fault, octets) => {
    expect(verifyImage(octets, TRUSTED, TARGET)).toEqual({ kind: 'fault', fault });
  });

  test('the table above has every fault', () => {
    expect(IMAGE_FAULTS).toHaveLength(10);
  });

  test.each([
    ['below the range', { model: 'WATTVEND', revision: 0 }],
    ['above the range', { model: 'WATTVEND', revision: 4 }],
    ['another model', { model: 'WATTVEN', revision: 2 }],
  ])('is for other hardware: %s', (_, hardware) => {
    expect(verifyImage(image(), TRUSTED, { ...TARGET, hardware })).toEqual({
      kind: 'fault',
      fault: 'other-hardware',
    });
  });

  test('runs on the first and the last revision it names, and above the security number', () => {
    for (const revision of [1, 3]) {
      const hardware = { model: 'WATTVEND', revision };
      expect(verifyImage(image(), TRUSTED, { ...TARGET, hardware }).kind).toBe('image');
    }
    const raised = image({ securityNumber: 6 });
    expect(verifyImage(raised, TRUSTED, TARGET).kind).toBe('image');
  });

  test('is good under either of two keys, and under none where there is none', () => {
    const keys = [STRANGER.publicKeyHex, MAKER.publicKeyHex];
    expect(verifyImage(image(), keys, TARGET).kind).toBe('image');
    expect(verifyImage(image(), [], TARGET)).toEqual({ kind: 'fault', fault: 'signature' });
  });

  test('needs a signature that was made for an image: one over the bare header is none', () => {
    let signed = new Uint8Array();
    const octets = encodeImage(ORDER, program(9), (message) => {
      signed = Uint8Array.from(message);
      // What stands before the header keeps other uses of the key apart.
      return MAKER.sign(message.slice(message.indexOf(0) + 1));
    });
    expect(Buffer.from(signed).toString('latin1')).toMatch(/^wattvend firmware image 1\0WVFW/);
    expect(verifyImage(octets, TRUSTED, null)).toEqual({ kind: 'fault', fault: 'signature' });
  });

  test('a signer that answers something else than a signature is a bug', () => {
    expect(() => encodeImage(ORDER, program(9), () => new Uint8Array(63))).toThrow(RangeError);
    expect(() => encodeImage(ORDER, new Uint8Array(), MAKER.sign)).toThrow(RangeError);
  });

  test('a key of small order signs everything, and nothing is signed by it', () => {
    // The neutral point: with R the same point and S zero, the equation holds for every message.
    const neutral = `01${'00'.repeat(31)}`;
    const forged = encodeImage(ORDER, program(9), () =>
      Uint8Array.from(Buffer.from(neutral + '00'.repeat(32), 'hex')),
    );
    expect(verifyImage(forged, [neutral], null)).toEqual({ kind: 'fault', fault: 'signature' });
    expect([MAKER.publicKeyHex, neutral, 'ab', 'zz'.repeat(32)].map(isTrustableKey)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
