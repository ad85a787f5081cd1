/**
 * Runs statecharts written as SCXML: a reader into machine definitions, a session in virtual time, and the conformance cases.
 */
@NullMarked
package org.orderengine.machine.scxml;

import org.jspecify.annotations.NullMarked;
