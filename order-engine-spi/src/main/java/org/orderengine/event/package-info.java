/**
 * What happened to an order: the fold of its events is the order (F5). Depends on {@code model}.
 */
@NullMarked
package org.orderengine.event;

import org.jspecify.annotations.NullMarked;
