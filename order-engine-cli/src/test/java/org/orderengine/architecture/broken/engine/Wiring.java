package org.orderengine.architecture.broken.engine;

import org.orderengine.architecture.broken.model.Api;

/** Depends on the model, as it may. */
public record Wiring(Api api) {}
