package org.kindling.expression;

/** One operation on values or on registers, by number; unused operands repeat the first. */
record Instruction(Operator operator, int first, int second, int third, int target) {}
