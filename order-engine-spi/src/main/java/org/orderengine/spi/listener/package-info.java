/**
 * Where hosts plug in what follows the engine at work: metrics, traces, alerts. Depends on the JDK alone.
 */
@NullMarked
package org.orderengine.spi.listener;

import org.jspecify.annotations.NullMarked;
