package org.orderengine.verification.architecture.broken.knot;

/** Needs the one type that it permits. */
public sealed interface Loop permits Knotted {}
