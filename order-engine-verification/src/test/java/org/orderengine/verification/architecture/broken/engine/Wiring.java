package org.orderengine.verification.architecture.broken.engine;

import org.orderengine.verification.architecture.broken.model.Api;

/** Depends on the model, as it may. */
public record Wiring(Api api) {}
