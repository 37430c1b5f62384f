/**
 * How far a fact of the standard is established in public: high where two independent sources agree,
 * or the standard's own text and a program that reproduces it; medium where one good source is
 * consistent with all else; low where there is one weak source.
 */
export type Confidence = 'high' | 'medium' | 'low';
