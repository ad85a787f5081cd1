package org.orderengine.verification.architecture.broken.knot;

import org.jspecify.annotations.Nullable;

/** Needs the loop in a component. */
public record Knot(@Nullable Loop loop) {}
