/**
 * A small shop around the engine: stock in its own SQL tables, a payment provider over HTTP, a process with gift wrapping. Depends on the
 * published modules and the JDK.
 */
@NullMarked
package org.orderengine.examples.shop;

import org.jspecify.annotations.NullMarked;
