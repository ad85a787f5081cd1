package org.orderengine.machine;

import org.jspecify.annotations.Nullable;

/**
 * What a set of transitions does in one instance, worked out once: the instance after, what runs, what is raised.
 *
 * @param to the instance after
 * @param deeds the first of the actions that run; null if there are none
 * @param raised the numbers of the raised events in order, ends of states included
 * @param microstep the same for the caller
 */
@SuppressWarnings("ArrayRecordComponent")
record Change<S, E, C>(Node<S, E, C> to, @Nullable Deed<C> deeds, int[] raised, Microstep<S, E, C> microstep) {}
