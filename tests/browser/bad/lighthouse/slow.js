const until = Date.now() + 1500;
while (Date.now() < until);
