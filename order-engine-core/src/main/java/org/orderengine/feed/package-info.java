/**
 * Following the orders: subscriptions of the feed, and what they are given. Depends on {@code event}, {@code model} and {@code spi.store}.
 */
@NullMarked
package org.orderengine.feed;

import org.jspecify.annotations.NullMarked;
