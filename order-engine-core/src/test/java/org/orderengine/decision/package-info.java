/** Tests of deciding, given an order, when an action, then these events: without store, services or engine. */
@NullMarked
package org.orderengine.decision;

import org.jspecify.annotations.NullMarked;
