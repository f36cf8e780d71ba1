/// Every policy that ships with the program, sorted by path.
public let shippedPolicies: [ShippedPolicy] = []
