package org.orderengine.dispatch;

/** The parts that work on due orders. */
record DueParts(OrderSessions sessions, Decisions decisions, EffectWork effects, KeptActions kept, Upkeep upkeep) {}
