package org.orderengine.dispatch;

/** What the work on due orders is done with. */
record DueParts(OrderSessions sessions, Decisions decisions, EffectWork effects, KeptActions kept) {}
