/**
 * Reads the feed and delivers it to subscriptions, each by one node at a time. Depends on {@code feed}, {@code orders} and {@code dispatch}.
 */
@NullMarked
package org.orderengine.feed.delivery;

import org.jspecify.annotations.NullMarked;
