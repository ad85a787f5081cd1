package org.orderengine.verification.architecture.broken.knot;

/** Needs a type inside another. */
public record Knotted(Rope.End end) implements Loop {}
